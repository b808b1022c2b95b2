"""What newslint knows of people, places, offices and words; loaded only when a check needs it."""
