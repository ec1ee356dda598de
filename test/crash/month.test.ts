import { crashMatrix } from './matrix.ts';

crashMatrix('month');
