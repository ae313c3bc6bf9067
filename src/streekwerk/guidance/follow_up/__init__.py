"""Looking back after a choice: when it is asked, what is asked, and what the register says."""
