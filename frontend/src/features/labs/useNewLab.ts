import { useLocation } from 'wouter';
import { ApiError, errorText, useCreateLab, type LabOrder } from '@/api';

export interface NewLab {
  pending: LabOrder | null;
  error: ApiError | null;
  start: (order: LabOrder) => void;
}

/** Makes a lab and opens it. */
export function useNewLab(): NewLab {
  const [, navigate] = useLocation();
  const create = useCreateLab();
  const { error } = create;
  return {
    pending: create.isPending ? create.variables : null,
    error: error === null || error instanceof ApiError ? error : new ApiError(0, 'bug', errorText(error)),
    start: (order) => create.mutate(order, { onSuccess: (lab) => navigate(`/labs/${lab.id}`) }),
  };
}
