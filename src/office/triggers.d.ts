export declare function installTriggers(): void;
