"""What the rules give as codes and numbers, in words."""
