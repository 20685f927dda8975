"""The HTTP side of the atlas: files, data, headers, start."""
