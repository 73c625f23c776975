"""The methods of the API, one module for each tab of the service editor."""
