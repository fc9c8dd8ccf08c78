"""Start-up: the environment, the processes of `up`, the steps of `test`; standard library only."""
