"""Hours as pictures: SVG, PNG, and one page of HTML that needs nothing from anywhere."""
