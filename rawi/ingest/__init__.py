"""Sources: from files and streams to articles, one by one; what cannot be read is a Failure, and the rest goes on."""
