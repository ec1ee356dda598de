import { crashMatrix } from './matrix.ts';

crashMatrix('repair');
