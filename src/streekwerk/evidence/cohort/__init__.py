"""The person-month panel: everybody's benefit, measures and earnings, month by month."""
