import { crashMatrix } from './matrix.ts';

crashMatrix('set-up-plan');
