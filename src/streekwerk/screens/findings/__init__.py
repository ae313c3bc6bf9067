"""How evaluations and studies are shown, whoever reads them."""
