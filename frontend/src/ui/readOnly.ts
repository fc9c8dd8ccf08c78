import { createContext } from 'react';

/** Fields in here are for reading: their texts can be focused, selected and copied, and stay as they are. */
export const ReadOnly = createContext(false);
