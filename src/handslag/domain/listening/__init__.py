"""What residents say: answers, voices and dialogues, and what may be told of them."""
