"""The method: what responses, votes and judgements add up to. Pure: no Qt, no clock, no disk."""
