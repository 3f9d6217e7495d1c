"""What makers of the project run by hand or through the Makefile; no part of the distribution."""
