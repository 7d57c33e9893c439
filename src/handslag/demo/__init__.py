"""Härnösand 2019 and two neighbours: the facts of the case in our own words, the activities made up."""
