"""The web app: a calm place to prepare."""
