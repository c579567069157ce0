"""Names, numbers and dates of the country, as its papers print them. Reusable without the rest."""
