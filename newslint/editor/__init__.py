"""Newslint inside an editor."""
