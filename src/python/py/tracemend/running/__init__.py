"""Running untrusted code under its limits."""
