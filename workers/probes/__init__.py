"""Who reaches whom: questions to the running network, asked without starting a process."""
