"""The configuration of a run: its keys, where they stand, and what they mean."""

from newslint.config.finding import find_config, passed_over
from newslint.config.model import Config, ConfigError
from newslint.config.reading import read_config

__all__ = ["Config", "ConfigError", "find_config", "passed_over", "read_config"]
