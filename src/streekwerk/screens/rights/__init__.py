"""What the law gives: the rules, answering a case step by step, and what it means in money."""
