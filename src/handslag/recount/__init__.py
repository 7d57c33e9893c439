"""What people outside run for themselves: files handed out as they stand, which import nothing of ours."""
