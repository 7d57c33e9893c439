"""What templates may ask for: words (labels) and pictures (strips)."""
