"""Vietnamese names, numbers and dates, as official papers print them. It does not depend on the other packages."""
