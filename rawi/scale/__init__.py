"""Many articles at once: other processes on this machine."""
