import { useState, type ReactNode } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Toasts, TooltipProvider } from '@/ui';

/** What every page needs round it. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={client}>
      <TooltipProvider delayDuration={350}>
        {children}
        <Toasts />
      </TooltipProvider>
    </QueryClientProvider>
  );
}
