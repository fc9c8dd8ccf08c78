import { Providers } from './providers';
import { Routes } from './routes';
import { SessionGate } from './SessionGate';

export function App() {
  return (
    <Providers>
      <SessionGate>
        <Routes />
      </SessionGate>
    </Providers>
  );
}
