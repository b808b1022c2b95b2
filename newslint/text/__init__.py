"""Text and positions: spans, lines, offset maps, segments, language."""
