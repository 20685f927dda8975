"""How a composite index is made of its main indices, and what would raise it: plain arithmetic, no screen."""
