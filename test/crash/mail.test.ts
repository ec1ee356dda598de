import { crashMatrix } from './matrix.ts';

crashMatrix('mail');
