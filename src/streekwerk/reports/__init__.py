"""What goes on paper or by post: reports, letters and cards, as PDF and as stand-alone HTML."""
