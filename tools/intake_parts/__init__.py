"""The parts of the intake, one noun a file."""
