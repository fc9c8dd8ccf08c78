import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

configure({ asyncUtilTimeout: 20_000 }); // it is said when something never comes, not how fast this machine is

afterEach(cleanup);
