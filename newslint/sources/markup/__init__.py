"""What the formats with marks share: prose with its places, and the parts of HTML and Markdown."""
