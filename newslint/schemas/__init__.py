"""JSON Schema of what newslint reads and writes, made from the code that reads and writes it."""
