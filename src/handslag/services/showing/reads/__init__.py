"""What the public pages, the reports and the first page of the desk show."""
