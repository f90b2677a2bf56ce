"""Contracts and meeting packages, kept as YAML and made into Word and PDF."""

__version__ = "0.1.0"
