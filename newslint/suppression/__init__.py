"""What people have decided to leave as it is: comments, a file of entries, `[sic]`."""
