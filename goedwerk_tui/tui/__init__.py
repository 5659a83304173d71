"""What a person sees: the app, its screens and widgets. Data goes down into widgets, messages come up out of them."""
