"""Rules as data: model, loading, selection, cache."""
