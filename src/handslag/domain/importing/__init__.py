"""From the rows of a sheet or a calendar to activities, or to what is wrong with each row."""
