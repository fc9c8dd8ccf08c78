import { LensBar } from './LensBar';
import { PathNote } from './PathNote';

export { TrafficLayer } from './TrafficLayer';

/** What stands over the canvas about the running lab. */
export function Running() {
  return (
    <>
      <LensBar />
      <PathNote />
    </>
  );
}
