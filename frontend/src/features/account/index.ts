/** Signing in and out. */
export { SignInForm } from './SignInForm';
export { UserMenu } from './UserMenu';
